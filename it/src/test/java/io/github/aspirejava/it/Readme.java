package io.github.aspirejava.it;

import java.util.List;

/** The snippets of the README and of pages. */
final class Readme {
    private Readme() {}

    /** The README's pieces of XML that begin like this, in their order. */
    static List<String> snippets(String start) {
        return Page.readme().xml(start);
    }

    /** The pieces of XML of a page that begin like this, in their order. */
    static List<String> snippets(String page, String start) {
        return Page.read(Page.ROOT.resolve(page)).xml(start);
    }
}
