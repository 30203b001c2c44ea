package com.example.boot4;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A text in the database. */
@Entity
@JsonPropertyOrder({"id", "text"})
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Note {

    @Id
    @GeneratedValue
    private Long id;

    private String text;

    Note(String text) {
        this.text = text;
    }
}
