package io.github.aspirejava.app;

import java.util.Optional;

/** A part of a text. */
public sealed interface TextPart {
    /** Characters that stand for themselves. */
    record Literal(String text) implements TextPart {}

    /**
     * The value of a parameter.
     *
     * @param value the value; empty if no source sets one
     * @param encoded whether the value is percent-encoded, for use in a URI
     */
    record ParameterValue(Parameter parameter, Optional<Secret> value, boolean encoded) implements TextPart {}

    /**
     * A property of the address of a service, known when the service is deployed.
     *
     * @param service the name of the service
     * @param endpoint the name of its endpoint; the first one if empty
     */
    record Address(String service, Optional<String> endpoint, Property property) implements TextPart {
        /** A property of an address. */
        public enum Property {
            URL("url"),
            HOST("host"),
            PORT("port"),
            HOST_AND_PORT("hostAndPort");

            private final String word;

            Property(String word) {
                this.word = word;
            }

            /** Returns the name of the property in texts. */
            public String word() {
                return word;
            }

            static Optional<Property> of(String word) {
                for (Property property : values()) {
                    if (property.word.equals(word)) {
                        return Optional.of(property);
                    }
                }
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return endpoint.map(name -> "{%s.%s.%s}".formatted(service, name, property.word()))
                    .orElse("{%s.%s}".formatted(service, property.word()));
        }
    }
}
