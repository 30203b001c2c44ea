package io.github.aspirejava.oci;

/** The length of a long series of tests in this build. */
public final class LongSeries {
    private LongSeries() {}

    /** Returns {@code length} if the system property {@code aspire.it.all} is true; otherwise a tenth of it. */
    public static int of(int length) {
        return Boolean.getBoolean("aspire.it.all") ? length : length / 10;
    }
}
