package io.github.aspirejava.build.files;

import io.github.aspirejava.build.files.TreeNode.Content;
import io.github.aspirejava.oci.Blob;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Copies files from an image's layers into a layer of its own, as a Dockerfile's {@code COPY --from} does: of a
 * directory what is in it, of a file the file; links within stay links; everything belongs to root. Equal files give an
 * equal layer, however they were spread over layers and whenever they were made.
 */
public final class ImageFiles {
    private static final int PARENT_MODE = 0755;

    private final String target;
    private final Instant time;
    private final NavigableMap<String, TreeNode> copied = new TreeMap<>();

    private ImageFiles(String target, Instant time) {
        this.target = target;
        this.time = time;
    }

    /**
     * Writes the tar of such a layer.
     *
     * @param layers of the image that has the files, the lowest first; each is read twice at most
     * @param path of the directory or file, which starts with a slash
     * @param target the directory that they are put into, which starts with a slash
     * @param time when everything was modified, as the layer tells
     * @param spool a file that may be written to, and is of no use afterwards
     * @throws MissingPathException if the image has nothing at that path
     * @throws IOException if the layers cannot be read, or are none
     */
    public static void copy(List<Blob> layers, String path, String target, Instant time, Path spool, OutputStream tar)
            throws MissingPathException, IOException {
        ImageTree tree = TreeReader.read(layers);
        ImageFiles files = new ImageFiles(trimmed(target), time);
        files.collect(tree, trimmed(path));
        Set<Content> wanted = files.copied.values().stream()
                .map(TreeNode::content)
                .filter(content -> !content.equals(Content.NONE))
                .collect(Collectors.toSet());
        files.write(Spool.fill(spool, layers, wanted), tar);
    }

    private void collect(ImageTree tree, String path) throws MissingPathException {
        String source = tree.resolve(path);
        TreeNode node = tree.get(source).orElseThrow();
        if (node.isDirectory()) {
            int prefix = source.isEmpty() ? 0 : source.length() + 1;
            tree.below(source).forEach((found, file) -> copied.put(below(found.substring(prefix)), file));
        } else {
            copied.put(below(path.substring(path.lastIndexOf('/') + 1)), node);
        }
        // Engines would make directories that no layer has so that only root may enter them.
        for (String parent = target; !parent.isEmpty(); parent = ImageTree.parent(parent)) {
            copied.put(parent, TreeNode.directory(PARENT_MODE, 0));
        }
    }

    private String below(String name) {
        return target.isEmpty() ? name : target + '/' + name;
    }

    private void write(Spool spool, OutputStream out) throws IOException {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        try (RandomAccessFile spooled = spool.open()) {
            for (Map.Entry<String, TreeNode> file : copied.entrySet()) {
                TreeNode node = file.getValue();
                TarArchiveEntry entry = entry(file.getKey(), node);
                if (node.kind() == TreeNode.Kind.FILE) {
                    entry.setSize(spool.length(node.content()));
                }
                tar.putArchiveEntry(entry);
                if (node.kind() == TreeNode.Kind.FILE) {
                    spool.write(node.content(), spooled, tar);
                }
                tar.closeArchiveEntry();
            }
        }
        // Whoever gave the stream closes it.
        tar.finish();
        tar.flush();
    }

    private TarArchiveEntry entry(String path, TreeNode node) {
        TarArchiveEntry entry = switch (node.kind()) {
            case DIRECTORY -> new TarArchiveEntry(path + '/', TarConstants.LF_DIR);
            case FILE -> new TarArchiveEntry(path, TarConstants.LF_NORMAL);
            case LINK -> new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
        };
        if (node.isLink()) {
            entry.setLinkName(node.target());
        }
        entry.setMode(node.mode());
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setModTime(time.toEpochMilli());
        return entry;
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
