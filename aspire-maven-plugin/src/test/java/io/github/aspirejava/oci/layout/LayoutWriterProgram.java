package io.github.aspirejava.oci.layout;

import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.TestImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that writes many names of one image to a layout, one after the other. */
final class LayoutWriterProgram {
    private LayoutWriterProgram() {}

    /** Writes the names. The arguments are the layout, the image's name, and the number of tags. */
    public static void main(String[] arguments) throws IOException {
        LayoutDirectory layout = new LayoutDirectory(Path.of(arguments[0]));
        ManifestContent root = TestImages.image(arguments[1]).root();
        layout.write(root);
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            layout.tag(root.descriptor(), List.of(arguments[1] + ':' + i));
        }
    }
}
