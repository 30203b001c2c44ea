package io.github.aspirejava.builder.files;

import io.github.aspirejava.builder.files.TreeNode.Content;
import io.github.aspirejava.image.Digest;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Copies files from an image's layers into a layer of its own, as a Dockerfile's {@code COPY --from} does: of a
 * directory its content, of a file the file itself; everything is owned by root. Links whose targets are copied, too,
 * stay links; for a link to anything else, which would dangle then, its target is copied. Equal files give an equal
 * layer, however they were spread over layers and whenever they were made.
 */
public final class ImageFiles {
    private static final int PARENT_MODE = 0755;
    /**
     * The time of entries without content: one second after the epoch, because some tools interpret zero as no time.
     */
    private static final Instant TIME = Instant.ofEpochSecond(1);

    private final String target;
    private final Function<Digest, Instant> times;
    private final NavigableMap<String, TreeNode> copied = new TreeMap<>();

    private ImageFiles(String target, Function<Digest, Instant> times) {
        this.target = target;
        this.times = times;
    }

    /**
     * Writes the tar of such a layer.
     *
     * @param layers the layers of the image that has the files, the lowest first; each is read twice at most
     * @param path the path of the directory or file, which starts with a slash
     * @param target the directory that the files are put into, which starts with a slash
     * @param served whether everybody may read the files, whatever their permissions are
     * @param times the modification times of files, by the digest of their content
     * @param spool a writable file for temporary data, which is not needed afterwards
     * @throws MissingPathException if the image has nothing at that path
     * @throws IOException if the layers cannot be read, or are not valid
     */
    public static void copy(
            List<Blob> layers,
            String path,
            String target,
            boolean served,
            Function<Digest, Instant> times,
            Path spool,
            OutputStream tar)
            throws MissingPathException, IOException {
        ImageTree tree = TreeReader.read(layers);
        ImageFiles files = new ImageFiles(trimmed(target), times);
        files.collect(tree, trimmed(path));
        if (served) {
            files.copied.replaceAll((name, node) -> node.readable());
        }
        Set<Content> wanted = files.copied.values().stream()
                .map(TreeNode::content)
                .filter(content -> !content.equals(Content.NONE))
                .collect(Collectors.toSet());
        files.write(Spool.fill(spool, layers, wanted), tar);
    }

    private void collect(ImageTree tree, String path) throws MissingPathException, IOException {
        String source = tree.resolve(path);
        TreeNode node = tree.get(source).orElseThrow();
        if (node.isDirectory()) {
            new CopiedTree(tree, target.equals(source))
                    .below(source)
                    .forEach((name, file) -> copied.put(below(name), file));
        } else {
            copied.put(below(path.substring(path.lastIndexOf('/') + 1)), node);
        }
        // Engines would create directories that no layer contains with permissions for root only.
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
                    entry.setModTime(times.apply(spool.digest(node.content())).toEpochMilli());
                }
                tar.putArchiveEntry(entry);
                if (node.kind() == TreeNode.Kind.FILE) {
                    spool.write(node.content(), spooled, tar);
                }
                tar.closeArchiveEntry();
            }
        }
        // The caller closes the stream.
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
        entry.setModTime(TIME.toEpochMilli());
        return entry;
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
