package io.github.aspirejava.azure.arm;

import io.github.aspirejava.app.Origin;

/** What Azure is asked about, as people read of it when something goes wrong. */
public interface ArmSubject {
    /** What it is called in Azure. */
    ArmId id();

    /** What it is, for people, without an article: {@code container registry acr1}. */
    String title();

    /** What in the model it is for. */
    Origin origin();

    /** What is said of it when Azure says no. */
    default String failed() {
        return "could not be provisioned";
    }

    /** Built-in roles of Azure that allow what is asked for, for those who may not. */
    default String role() {
        return "Contributor";
    }

    /** How it gets another name, in half a sentence, for the case that somebody else has this one. */
    default String renaming() {
        return "choose another one";
    }
}
