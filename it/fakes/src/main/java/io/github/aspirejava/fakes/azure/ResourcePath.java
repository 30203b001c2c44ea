package io.github.aspirejava.fakes.azure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The path of a resource, of a collection of them, or of an action of a resource. */
record ResourcePath(String text) {
    private static final String PROVIDERS = "/providers/";
    private static final String GROUP_TYPE = "Microsoft.Resources/resourceGroups";

    /** Returns the key that it is stored under: Azure's paths ignore case. */
    String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Returns the subscription that it is in. */
    String subscription() {
        return segment(1);
    }

    boolean isSubscription() {
        return segments().size() == 2;
    }

    boolean isGroup() {
        return segments().size() == 4 && segments().get(2).equalsIgnoreCase("resourceGroups");
    }

    String groupName() {
        return segments().size() > 3 && segments().get(2).equalsIgnoreCase("resourceGroups") ? segment(3) : "";
    }

    /** Returns the resource group that it is in. */
    Optional<ResourcePath> group() {
        return groupName().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ResourcePath("/subscriptions/%s/resourceGroups/%s".formatted(subscription(), groupName())));
    }

    String namespace() {
        List<String> own = ownSegments();
        return own.isEmpty() ? "Microsoft.Resources" : own.get(0);
    }

    /** Returns namespace and type. */
    String type() {
        List<String> own = ownSegments();
        if (own.isEmpty()) {
            return GROUP_TYPE;
        }
        StringBuilder type = new StringBuilder(own.get(0));
        for (int i = 1; i < own.size(); i += 2) {
            type.append('/').append(own.get(i));
        }
        return type.toString();
    }

    String name() {
        return segments().get(segments().size() - 1);
    }

    /** Returns whether it names a collection of resources, or an action, and not one resource. */
    boolean isUnnamed() {
        int own = ownSegments().size();
        return own == 0 ? segments().size() % 2 == 1 : own % 2 == 0;
    }

    /** Returns the parent: for a resource's own path the resource above it or the scope that it lies in. */
    ResourcePath above() {
        int providers = text.toLowerCase(Locale.ROOT).lastIndexOf(PROVIDERS);
        if (isUnnamed()) {
            return new ResourcePath(text.substring(0, text.lastIndexOf('/')));
        }
        if (providers >= 0 && ownSegments().size() == 3) {
            return new ResourcePath(text.substring(0, providers));
        }
        String owner = text.substring(0, text.lastIndexOf('/'));
        return new ResourcePath(owner.substring(0, owner.lastIndexOf('/')));
    }

    /** Returns whether this is {@code other}, or contains it. */
    boolean contains(ResourcePath other) {
        return (other.key() + "/").startsWith(key() + "/");
    }

    private String segment(int index) {
        return segments().size() > index ? segments().get(index) : "";
    }

    private List<String> segments() {
        return List.of(text.substring(1).split("/", -1));
    }

    /** Returns the segments after the last {@code providers}. */
    private List<String> ownSegments() {
        int start = text.toLowerCase(Locale.ROOT).lastIndexOf(PROVIDERS);
        return start < 0
                ? List.of()
                : List.of(text.substring(start + PROVIDERS.length()).split("/", -1));
    }
}
