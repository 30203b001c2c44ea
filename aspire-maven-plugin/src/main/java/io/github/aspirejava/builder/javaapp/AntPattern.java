package io.github.aspirejava.builder.javaapp;

import java.util.regex.Pattern;

/** A pattern of paths as in Ant and Maven: {@code *} within a name, {@code **} for any directories. */
record AntPattern(Pattern regex) {
    /** Parses a pattern; one that ends with a slash matches everything below that directory. */
    static AntPattern parse(String text) {
        String pattern = text.replaceFirst("^/", "");
        pattern = pattern.endsWith("/") ? pattern + "**" : pattern;
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < pattern.length()) {
            if (pattern.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 3;
            } else if (pattern.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else {
                char character = pattern.charAt(i);
                regex.append(
                        switch (character) {
                            case '*' -> "[^/]*";
                            case '?' -> "[^/]";
                            default -> Pattern.quote(String.valueOf(character));
                        });
                i++;
            }
        }
        return new AntPattern(Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    boolean matches(String path) {
        return regex.matcher(path).matches();
    }
}
