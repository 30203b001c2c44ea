package io.github.aspirejava.maven.reference;

/** Describes the files that are copied into images. */
final class FileElements {
    private FileElements() {}

    static Element localFiles() {
        return Element.list(
                "localFiles",
                Element.children(
                        "localFile",
                        "Files of this machine, which become a layer.",
                        Element.text(
                                        "source",
                                        "Path of a file or directory, relative to the POM with the model or, in the POM of a module, to the module.")
                                .required(),
                        Element.text("to", "Directory that the file, or the content of the directory, is copied to.")
                                .required(),
                        patterns(
                                "includes",
                                "include",
                                "Patterns such as `**/*.sh` of the paths below the directory that are copied."),
                        patterns("excludes", "exclude", "Patterns of the paths that are not copied."),
                        Element.list(
                                "permissions",
                                Element.children(
                                        "permission",
                                        "Permissions of some files; the last match counts.",
                                        Element.text("pattern", "Pattern of their paths below the directory.")
                                                .required(),
                                        Element.text("mode", "Permissions as an octal number.")
                                                .required()),
                                "Permissions of files other than `644`."),
                        Element.text("owner", "Owner by numbers: `1000`, or `1000:1000` with a group.")
                                .otherwise("root")),
                "Files of this machine that are copied into the image.");
    }

    private static Element patterns(String name, String item, String meaning) {
        return Element.listOrText(name, Element.item(item), meaning + " A text is split at commas and whitespace.");
    }

    static Element files() {
        return Element.list(
                "files",
                Element.children(
                        "file",
                        "Files of another service's image, which become a layer.",
                        Element.text("from", "Name of the service that provides the files.")
                                .required(),
                        Element.text("path", "Path in the image of that service.")
                                .otherwise("the output directory of a front end"),
                        Element.text("to", "Directory that the files are copied to.")
                                .required()),
                "Files of other services that are copied into the image.");
    }
}
