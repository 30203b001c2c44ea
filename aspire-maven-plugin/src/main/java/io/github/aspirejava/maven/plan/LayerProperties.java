package io.github.aspirejava.maven.plan;

import io.github.aspirejava.builder.library.LayerLimits;
import io.github.aspirejava.run.StepException;
import java.util.Optional;
import java.util.function.Function;

/** Reads the limits for the layers of images: {@code aspire.layers.most} and {@code aspire.layers.small}. */
final class LayerProperties {
    /** The number of layers of a service's own files: its resources and its classes. */
    private static final int OWN = 2;

    private static final long MOST_LAYERS = 100;
    private static final long LARGEST_SMALL = 1_000_000_000;

    private LayerProperties() {}

    /**
     * Reads the limits.
     *
     * @throws StepException if one of them is not a number, or out of range
     */
    static LayerLimits limits(Function<String, Optional<String>> properties) throws StepException {
        LayerLimits byDefault = LayerLimits.DEFAULT;
        long most =
                number(properties, "aspire.layers.most", OWN + byDefault.most(), OWN + LayerLimits.FEWEST, MOST_LAYERS);
        long small = number(properties, "aspire.layers.small", byDefault.small(), 0, LARGEST_SMALL);
        return new LayerLimits(small, (int) most - OWN);
    }

    private static long number(
            Function<String, Optional<String>> properties, String name, long byDefault, long from, long to)
            throws StepException {
        Optional<String> text = properties.apply(name).map(String::strip);
        if (text.isEmpty()) {
            return byDefault;
        }
        try {
            long number = Long.parseLong(text.get());
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported by the same message.
        }
        throw new StepException("The property %s is '%s'. Write a whole number from %d to %d, such as -D%s=%d."
                .formatted(name, text.get(), from, to, name, byDefault));
    }
}
