package io.github.aspirejava.maven.pom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The content of a POM file that is lost before a plugin is configured: text between elements, which Maven drops, and
 * expressions, which it evaluates.
 */
final class PomSource {
    private final Map<Integer, Set<String>> withStrayText = new HashMap<>();
    private final Set<String> withExpressions = new HashSet<>();
    private final Deque<Open> open = new ArrayDeque<>();

    private PomSource() {}

    /** An element whose end tag has not been read yet. */
    private static final class Open {
        final String name;
        final int firstLine;
        final int lastLine;
        final StringBuilder text = new StringBuilder();
        boolean hasElements;

        /** @param lastLine the line that the start tag ends on */
        Open(String name, int firstLine, int lastLine) {
            this.name = name;
            this.firstLine = firstLine;
            this.lastLine = lastLine;
        }
    }

    /**
     * Reads a POM. An unreadable POM yields incomplete information without an error, which Maven itself reports if it
     * matters.
     */
    static PomSource read(Path pom) {
        PomSource source = new PomSource();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream stream = Files.newInputStream(pom)) {
            source.read(factory.createXMLStreamReader(stream));
        } catch (IOException | XMLStreamException e) {
            return source;
        }
        return source;
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        int line = 1;
        while (reader.hasNext()) {
            int event = reader.next();
            // The location of the reader is the end of the event.
            int end = reader.getLocation().getLineNumber();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!open.isEmpty()) {
                        open.getLast().hasElements = true;
                    }
                    open.addLast(new Open(reader.getLocalName(), line, end));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.getLast().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> close(open.removeLast());
                default -> {}
            }
            line = end;
        }
    }

    private void close(Open element) {
        if (element.hasElements && !element.text.toString().isBlank()) {
            for (int line = element.firstLine; line <= element.lastLine; line++) {
                withStrayText.computeIfAbsent(line, first -> new HashSet<>()).add(element.name);
            }
        }
        if (!element.hasElements && element.text.indexOf("${") >= 0) {
            withExpressions.add(element.name);
        }
    }

    /** Returns whether an element with this name, whose start tag is on this line, has text between its children. */
    boolean hasStrayText(String element, int line) {
        return withStrayText.getOrDefault(line, Set.of()).contains(element);
    }

    /** Returns whether the text of any element with this name contains a Maven expression. */
    boolean hasExpressionIn(String element) {
        return withExpressions.contains(element);
    }
}
