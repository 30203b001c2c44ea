package io.github.aspirejava.azure.provision;

import io.github.aspirejava.azure.settings.CredentialKind;
import io.github.aspirejava.concurrent.InterruptOnCancel;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;

/** Gets a token from Microsoft Entra, so that a missing login is reported before any other request. */
public final class ValidateLoginAction implements StepAction {
    private final Azure azure;

    /** Creates the action for the session of {@code azure}. */
    public ValidateLoginAction(Azure azure) {
        this.azure = azure;
    }

    @Override
    public StepResult run(StepContext context) throws StepException {
        AzureSession session = azure.session();
        String scope = session.options().cloud().managementScope();
        CredentialKind kind;
        try (InterruptOnCancel interrupting = new InterruptOnCancel(context.cancellation())) {
            try {
                kind = session.login().find(scope, context::progress);
            } catch (StepException e) {
                interrupting.throwIfCancelled(e);
                throw e;
            }
        }
        context.progress("logged in with the credential '%s'".formatted(kind.text()));
        return StepResult.NONE;
    }
}
