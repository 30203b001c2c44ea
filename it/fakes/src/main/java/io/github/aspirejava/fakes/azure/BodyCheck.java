package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Validates every body that is sent, and collects findings: a test with any finding has failed. */
final class BodyCheck {
    private final PropertyTable table = PropertyTable.read();
    private final Optional<PublishedTypes> published = PublishedTypes.find();
    private final List<String> findings = new CopyOnWriteArrayList<>();

    /**
     * Checks a body.
     *
     * @throws ArmException if the body is invalid
     */
    void check(ResourcePath path, ResourceType type, String apiVersion, JsonNode body, boolean isWhole) {
        List<String> own = new ArrayList<>(table.check(type, path.name(), body));
        published
                .filter(types -> types.has(type, apiVersion))
                .ifPresent(types -> own.addAll(types.check(type, apiVersion, path.name(), body)));
        if (!isWhole) {
            // A body that changes a resource need not be complete.
            own.removeIf(finding -> finding.endsWith(" is missing"));
        }
        if (!own.isEmpty()) {
            own.forEach(finding -> note("%s: %s".formatted(type.type(), finding)));
            throw new ArmException(
                    400, "InvalidRequestContent", "The request content was invalid: " + String.join("; ", own));
        }
    }

    /** Records a request that a correct client of Azure would not have sent. */
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
