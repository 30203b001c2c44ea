package io.github.aspirejava.builder.files;

import io.github.aspirejava.builder.files.TreeNode.Content;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** Reads the paths of an image, from the lowest layer on. Devices and pipes are not files, and are left out. */
final class TreeReader {
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";
    private static final int PERMISSIONS = 07777;

    private final ImageTree tree = new ImageTree();

    private TreeReader() {}

    static ImageTree read(List<Blob> layers) throws IOException {
        TreeReader reader = new TreeReader();
        for (int layer = 0; layer < layers.size(); layer++) {
            try (LayerTar tar = LayerTar.open(layers.get(layer))) {
                for (Optional<TarArchiveEntry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
                    reader.add(entry.get(), layer, tar.number());
                }
            }
        }
        return reader.tree;
    }

    private void add(TarArchiveEntry entry, int layer, int number) throws IOException {
        String path = path(entry.getName());
        String parent = ImageTree.parent(path);
        String name = path.substring(parent.isEmpty() ? 0 : parent.length() + 1);
        int mode = entry.getMode() & PERMISSIONS;
        if (name.equals(OPAQUE)) {
            tree.removeBelow(parent, layer);
        } else if (name.startsWith(WHITEOUT)) {
            String hidden = name.substring(WHITEOUT.length());
            tree.remove(parent.isEmpty() ? hidden : parent + '/' + hidden, layer);
        } else if (entry.isDirectory()) {
            tree.put(path, TreeNode.directory(mode, layer));
        } else if (entry.isSymbolicLink()) {
            tree.put(path, TreeNode.link(mode, layer, entry.getLinkName()));
        } else if (entry.isLink()) {
            // A hard link to a file that exists already, in this layer or in a lower one.
            TreeNode linked = tree.get(path(entry.getLinkName()))
                    .orElseThrow(
                            () -> new FilteredException("one of its layers has a link to '%s', which does not exist"
                                    .formatted(entry.getLinkName())));
            tree.put(path, new TreeNode(linked.kind(), linked.mode(), layer, linked.content(), linked.target()));
        } else if (isRegular(entry)) {
            tree.put(path, TreeNode.file(mode, layer, new Content(layer, number)));
        }
    }

    private static boolean isRegular(TarArchiveEntry entry) {
        return entry.isFile() && !entry.isCharacterDevice() && !entry.isBlockDevice() && !entry.isFIFO();
    }

    /** Returns the path without leading and trailing slashes and without dots. */
    private static String path(String name) throws IOException {
        List<String> parts = new ArrayList<>();
        for (String part : name.split("/", -1)) {
            if (part.equals("..")) {
                throw new FilteredException(
                        "one of its layers has the path '%s', which leads out of the image".formatted(name));
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
