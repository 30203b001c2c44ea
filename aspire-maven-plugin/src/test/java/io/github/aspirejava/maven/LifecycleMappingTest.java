package io.github.aspirejava.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The metadata for <a href="https://eclipse.dev/m2e/documentation/m2e-making-maven-plugins-compat.html">Eclipse's
 * m2e</a> reads of the plugin: an execution without a mapping is an error there.
 */
class LifecycleMappingTest {
    private static Document read(String resource) throws IOException, ParserConfigurationException, SAXException {
        try (InputStream stream = Objects.requireNonNull(LifecycleMappingTest.class.getResourceAsStream(resource))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
        }
    }

    private static List<String> texts(Document document, String element) {
        NodeList found = document.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent().strip())
                .toList();
    }

    @Test
    void ignoresEveryGoalThatCanBeBound() throws Exception {
        Document mapping = read("/META-INF/m2e/lifecycle-mapping-metadata.xml");
        List<String> goals = texts(read("/META-INF/maven/plugin.xml"), "goal").stream()
                .filter(goal -> !goal.equals("help") && !goal.startsWith("$"))
                .toList();

        assertThat(mapping.getDocumentElement().getTagName()).isEqualTo("lifecycleMappingMetadata");
        assertThat(texts(mapping, "goal")).containsExactlyInAnyOrderElementsOf(goals);
        assertThat(mapping.getElementsByTagName("ignore").getLength())
                .isEqualTo(mapping.getElementsByTagName("pluginExecution").getLength())
                .isEqualTo(1);
    }
}
