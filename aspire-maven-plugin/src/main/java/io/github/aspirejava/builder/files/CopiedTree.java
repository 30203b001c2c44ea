package io.github.aspirejava.builder.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is in a directory of an image, to be put somewhere else. Symbolic links that lead to something in the directory
 * stay what they are; in place of one that leads out of it there is what it leads to. One that leads to nothing, or
 * round in a circle, stays too.
 */
final class CopiedTree {
    /** A few links to each other can stand for more files than there is room for. */
    private static final int MOST_FOLLOWED = 100_000;

    private final ImageTree tree;
    private final boolean samePlace;
    private final NavigableMap<String, TreeNode> copied = new TreeMap<>();
    private int followed;

    /** @param samePlace whether it is put where it comes from, so that absolute links stay right */
    CopiedTree(ImageTree tree, boolean samePlace) {
        this.tree = tree;
        this.samePlace = samePlace;
    }

    /** What is below {@code directory}, by its paths there. */
    NavigableMap<String, TreeNode> below(String directory) throws IOException {
        Deque<String> open = new ArrayDeque<>();
        add(directory, "", open);
        return copied;
    }

    /** @param open the directories that are being copied: this one is in them, by way of links */
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
                throw new IOException("the links in it lead to more than %,d files".formatted(MOST_FOLLOWED));
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
