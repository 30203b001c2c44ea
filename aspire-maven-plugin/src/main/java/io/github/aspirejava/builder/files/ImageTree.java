package io.github.aspirejava.builder.files;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All paths of an image, its layers applied on top of each other by the <a
 * href="https://github.com/opencontainers/image-spec/blob/main/layer.md">rules of OCI's layers</a>. Paths have no slash
 * at their beginning; the root is the empty path.
 */
final class ImageTree {
    private static final int MAX_LINKS = 40;
    private static final int SHOWN_NAMES = 8;

    private final NavigableMap<String, TreeNode> nodes = new TreeMap<>();

    ImageTree() {
        nodes.put("", TreeNode.impliedDirectory(0));
    }

    /** Puts an entry at a path; it replaces the entry of lower layers, unless both are directories. */
    void put(String path, TreeNode node) {
        if (path.isEmpty()) {
            return;
        }
        String parent = parent(path);
        TreeNode above = nodes.get(parent);
        if (above == null || !above.isDirectory()) {
            put(parent, TreeNode.impliedDirectory(node.layer()));
        }
        if (!node.isDirectory()) {
            removeBelow(path, node.layer());
        }
        nodes.put(path, node);
    }

    /** Removes the entries of lower layers at a path. */
    void remove(String path, int layer) {
        TreeNode node = nodes.get(path);
        if (node != null && node.layer() < layer && !path.isEmpty()) {
            nodes.remove(path);
        }
        removeBelow(path, layer);
    }

    /**
     * Removes the entries of lower layers in a directory. Entries of this layer stay, together with their directories.
     */
    void removeBelow(String path, int layer) {
        below(path).values().removeIf(node -> node.layer() < layer);
        for (String kept : List.copyOf(below(path).keySet())) {
            for (String parent = parent(kept); !nodes.containsKey(parent); parent = parent(parent)) {
                nodes.put(parent, TreeNode.impliedDirectory(layer));
            }
        }
    }

    Optional<TreeNode> get(String path) {
        return Optional.ofNullable(nodes.get(path));
    }

    /** Returns the entries of a directory and its subdirectories, by their full paths. */
    NavigableMap<String, TreeNode> below(String path) {
        return path.isEmpty()
                ? nodes.tailMap("", false)
                : nodes.subMap(path + '/', true, path + (char) ('/' + 1), false);
    }

    /**
     * Resolves all symbolic links on a path, as engines do for the source path of a copy.
     *
     * @throws MissingPathException if the path does not exist
     */
    String resolve(String path) throws MissingPathException {
        Deque<String> ahead = new ArrayDeque<>(parts(path));
        String at = "";
        int links = 0;
        while (!ahead.isEmpty()) {
            String part = ahead.removeFirst();
            if (part.equals(".")) {
                continue;
            }
            if (part.equals("..")) {
                at = parent(at);
                continue;
            }
            String next = at.isEmpty() ? part : at + '/' + part;
            TreeNode node = nodes.get(next);
            if (node == null) {
                throw missing(path, at);
            }
            if (node.isLink()) {
                if (++links > MAX_LINKS) {
                    throw new MissingPathException("the links at /%s form a cycle".formatted(path));
                }
                at = node.target().startsWith("/") ? "" : at;
                List<String> target = parts(node.target());
                for (int i = target.size() - 1; i >= 0; i--) {
                    ahead.addFirst(target.get(i));
                }
            } else {
                at = next;
            }
        }
        return at;
    }

    private MissingPathException missing(String path, String nearest) {
        List<String> names = below(nearest).keySet().stream()
                .map(found -> found.substring(nearest.isEmpty() ? 0 : nearest.length() + 1))
                .filter(name -> name.indexOf('/') < 0)
                .limit(SHOWN_NAMES + 1)
                .toList();
        String shown = String.join(", ", names.subList(0, Math.min(names.size(), SHOWN_NAMES)));
        return new MissingPathException("it does not contain /%s: /%s has %s"
                .formatted(
                        path,
                        nearest,
                        names.isEmpty() ? "nothing" : names.size() > SHOWN_NAMES ? shown + " and more" : shown));
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/", -1)).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
