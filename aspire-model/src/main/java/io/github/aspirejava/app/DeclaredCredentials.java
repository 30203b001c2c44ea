package io.github.aspirejava.app;

/**
 * The credentials that a model declares for a registry. The password consists of parameters: a POM holds no secrets.
 */
public record DeclaredCredentials(Text username, Text password) {}
