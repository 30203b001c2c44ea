package com.example.boot3;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the notes.
 *
 * @param first the text of the note that is always there
 */
@ConfigurationProperties("note")
record NoteProperties(String first) {}
