package io.github.aspirejava.builder.files;

import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A directory of an image, copied to another place. Symbolic links whose targets are within the directory stay links; a
 * link that leads out of it is replaced by its target. Dangling links and cycles of links stay, too.
 */
final class CopiedTree {
    /**
     * The limit of entries that are reached through links: a few links to each other can stand for more files than fit
     * on a disk.
     */
    private static final int MOST_FOLLOWED = 100_000;

    private final ImageTree tree;
    private final boolean samePlace;
    private final NavigableMap<String, TreeNode> copied = new TreeMap<>();
    private int followed;

    /** @param samePlace whether the source and target directories are the same, so that absolute links stay right */
    CopiedTree(ImageTree tree, boolean samePlace) {
        this.tree = tree;
        this.samePlace = samePlace;
    }

    /** Returns the entries below {@code directory}, by their paths relative to it. */
    NavigableMap<String, TreeNode> below(String directory) throws IOException {
        Deque<String> open = new ArrayDeque<>();
        add(directory, "", open);
        return copied;
    }

    /** @param open the directories that are being copied: this one is within them, through links */
    private void add(String directory, String target, Deque<String> open) throws IOException {
        open.push(directory);
        int prefix = directory.isEmpty() ? 0 : directory.length() + 1;
        for (Map.Entry<String, TreeNode> entry : tree.below(directory).entrySet()) {
            String path = entry.getKey();
            String name = target + path.substring(prefix);
            TreeNode node = entry.getValue();
            if (node.isLink() && leadsOut(path, node.target(), directory)) {
                follow(path, node, name, open);
            } else {
                copied.put(name, node);
            }
            if (open.size() > 1 && ++followed > MOST_FOLLOWED) {
                throw new FilteredException("the links in it lead to more than %,d files".formatted(MOST_FOLLOWED));
            }
        }
        open.pop();
    }

    private void follow(String path, TreeNode link, String name, Deque<String> open) throws IOException {
        String found;
        try {
            found = tree.resolve(path);
        } catch (MissingPathException e) {
            copied.put(name, link);
            return;
        }
        TreeNode node = tree.get(found).orElseThrow();
        if (!node.isDirectory()) {
            copied.put(name, node);
        } else if (isIn(path, found) || open.stream().anyMatch(opened -> isIn(opened, found))) {
            copied.put(name, link);
        } else {
            copied.put(name, node);
            add(found, name + '/', open);
        }
    }

    private static boolean isIn(String path, String directory) {
        return directory.isEmpty() || path.equals(directory) || path.startsWith(directory + '/');
    }

    private boolean leadsOut(String path, String target, String directory) {
        if (target.startsWith("/")) {
            return !(samePlace && isIn(target.substring(1), directory));
        }
        String at = ImageTree.parent(path);
        for (String part : target.split("/", -1)) {
            if (part.equals("..")) {
                if (at.equals(directory)) {
                    return true;
                }
                at = ImageTree.parent(at);
            } else if (!part.isEmpty() && !part.equals(".")) {
                at = at.isEmpty() ? part : at + '/' + part;
            }
        }
        return false;
    }
}
