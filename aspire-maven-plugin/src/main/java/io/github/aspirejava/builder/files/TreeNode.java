package io.github.aspirejava.builder.files;

/**
 * An entry of an image at one path.
 *
 * @param mode the permissions, as POSIX defines them
 * @param layer the number of the layer that it comes from, the lowest being 0
 * @param content the identity of its bytes; for a regular file only
 * @param target the target of the link; for a symbolic link only
 */
record TreeNode(Kind kind, int mode, int layer, Content content, String target) {
    private static final int DEFAULT_DIRECTORY_MODE = 0755;

    private static final int ALL_READ = 0444;
    private static final int ALL_ENTER = 0555;

    enum Kind {
        DIRECTORY,
        FILE,
        LINK
    }

    /**
     * An entry of a layer's tar that holds the bytes of a file.
     *
     * @param entry the number of the entry in the tar, from 0 on
     */
    record Content(int layer, int entry) {
        static final Content NONE = new Content(-1, -1);
    }

    static TreeNode directory(int mode, int layer) {
        return new TreeNode(Kind.DIRECTORY, mode, layer, Content.NONE, "");
    }

    /** Returns a directory that a layer does not list although it contains entries of it. */
    static TreeNode impliedDirectory(int layer) {
        return directory(DEFAULT_DIRECTORY_MODE, layer);
    }

    static TreeNode file(int mode, int layer, Content content) {
        return new TreeNode(Kind.FILE, mode, layer, content, "");
    }

    static TreeNode link(int mode, int layer, String target) {
        return new TreeNode(Kind.LINK, mode, layer, Content.NONE, target);
    }

    /** Returns the same entry with permissions for everybody to read it, and to enter it if it is a directory. */
    TreeNode readable() {
        return new TreeNode(kind, mode | (isDirectory() ? ALL_ENTER : ALL_READ), layer, content, target);
    }

    boolean isDirectory() {
        return kind == Kind.DIRECTORY;
    }

    boolean isLink() {
        return kind == Kind.LINK;
    }
}
