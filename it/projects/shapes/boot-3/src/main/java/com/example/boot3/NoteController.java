package com.example.boot3;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class NoteController implements InitializingBean {

    private final NoteRepository notes;
    private final NoteProperties properties;

    @Override
    public void afterPropertiesSet() {
        notes.save(new Note(properties.first()));
    }

    @GetMapping("/")
    List<Note> notes() {
        return notes.findAll();
    }
}
