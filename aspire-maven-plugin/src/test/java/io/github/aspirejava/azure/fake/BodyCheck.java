package io.github.aspirejava.azure.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Checks every body that is sent, and keeps what it finds: a test in which anything was found has failed. */
final class BodyCheck {
    private final PropertyTable table = PropertyTable.read();
    private final Optional<PublishedTypes> published = PublishedTypes.find();
    private final List<String> findings = new CopyOnWriteArrayList<>();

    /** @throws ArmException if there is anything wrong with the body */
    void check(ResourcePath path, ResourceType type, String apiVersion, JsonNode body, boolean isWhole) {
        List<String> own = new ArrayList<>(table.check(type, path.name(), body));
        published
                .filter(types -> types.has(type, apiVersion))
                .ifPresent(types -> own.addAll(types.check(type, apiVersion, path.name(), body)));
        if (!isWhole) {
            // What is to be changed need not be all there is.
            own.removeIf(finding -> finding.endsWith(" is missing"));
        }
        if (!own.isEmpty()) {
            own.forEach(finding -> note("%s: %s".formatted(type.type(), finding)));
            throw new ArmException(
                    400, "InvalidRequestContent", "The request content was invalid: " + String.join("; ", own));
        }
    }

    /** Something that nobody who knows Azure would have sent. */
    void note(String finding) {
        findings.add(finding);
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    void forget() {
        findings.clear();
    }
}
