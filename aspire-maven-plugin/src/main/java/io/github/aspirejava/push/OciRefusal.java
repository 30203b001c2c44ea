package io.github.aspirejava.push;

import io.github.aspirejava.oci.registry.RegistryError;
import io.github.aspirejava.oci.registry.RegistryException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises a registry that refuses a manifest for its format. */
final class OciRefusal {
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final Set<String> CODES = Set.of("MANIFEST_INVALID", "UNSUPPORTED");
    private static final Pattern TYPE = Pattern.compile("media ?type|manifest (?:is )?(?:invalid|unknown|type)|oci\\b");

    private OciRefusal() {}

    static boolean is(RegistryException e) {
        return e.status() == UNSUPPORTED_MEDIA_TYPE
                || (Set.of(400, 405, 406, 422).contains(e.status()) && mayBeTheFormat(e));
    }

    private static boolean mayBeTheFormat(RegistryException e) {
        return e.errors().isEmpty()
                || e.errors().stream()
                        .anyMatch(error -> CODES.contains(error.code())
                                || TYPE.matcher(text(error)).find());
    }

    private static String text(RegistryError error) {
        return error.message().toLowerCase(Locale.ROOT);
    }
}
