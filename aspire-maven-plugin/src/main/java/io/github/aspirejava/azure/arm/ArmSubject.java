package io.github.aspirejava.azure.arm;

import io.github.aspirejava.app.Origin;

/** The subject of a request to Azure, as error messages name it. */
public interface ArmSubject {
    /** Returns its id in Azure. */
    ArmId id();

    /** Returns its title for messages, without an article: {@code container registry acr1}. */
    String title();

    /** Returns the place in the model that it is declared for. */
    Origin origin();

    /** Returns the phrase that opens the message if Azure refuses the request. */
    default String failed() {
        return "could not be provisioned";
    }

    /** Returns the built-in roles of Azure that allow the request, for the message if a permission is missing. */
    default String role() {
        return "Contributor";
    }

    /** Returns the way to rename it, as half a sentence, for the case that its name is already taken. */
    default String renaming() {
        return "choose another one";
    }
}
