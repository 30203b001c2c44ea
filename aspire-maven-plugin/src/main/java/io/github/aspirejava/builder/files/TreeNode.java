package io.github.aspirejava.builder.files;

/**
 * What an image has at one path.
 *
 * @param mode who may do what with it, as POSIX counts it
 * @param layer the number of the layer that it comes from, the lowest being 0
 * @param content whose bytes it has; of a regular file only
 * @param target where it leads; of a symbolic link only
 */
record TreeNode(Kind kind, int mode, int layer, Content content, String target) {
    private static final int DEFAULT_DIRECTORY_MODE = 0755;

    enum Kind {
        DIRECTORY,
        FILE,
        LINK
    }

    /**
     * An entry of a layer's tar that holds the bytes of a file.
     *
     * @param entry its number in the tar, from 0 on
     */
    record Content(int layer, int entry) {
        static final Content NONE = new Content(-1, -1);
    }

    static TreeNode directory(int mode, int layer) {
        return new TreeNode(Kind.DIRECTORY, mode, layer, Content.NONE, "");
    }

    /** A directory that a layer does not mention although it has something in it. */
    static TreeNode impliedDirectory(int layer) {
        return directory(DEFAULT_DIRECTORY_MODE, layer);
    }

    static TreeNode file(int mode, int layer, Content content) {
        return new TreeNode(Kind.FILE, mode, layer, content, "");
    }

    static TreeNode link(int mode, int layer, String target) {
        return new TreeNode(Kind.LINK, mode, layer, Content.NONE, target);
    }

    boolean isDirectory() {
        return kind == Kind.DIRECTORY;
    }

    boolean isLink() {
        return kind == Kind.LINK;
    }
}
