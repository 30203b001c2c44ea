package io.github.aspirejava.azure.provision;

import com.azure.core.http.HttpClient;
import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.azure.arm.ArmClients;
import io.github.aspirejava.azure.arm.ArmHttp;
import io.github.aspirejava.azure.arm.Ensure;
import io.github.aspirejava.azure.arm.Timing;
import io.github.aspirejava.azure.entra.EntraLogin;
import io.github.aspirejava.azure.settings.AzureOptions;
import io.github.aspirejava.azure.settings.OptionsReader;
import io.github.aspirejava.azure.state.StateFile;
import io.github.aspirejava.concurrent.Pause;
import io.github.aspirejava.run.StepException;
import java.io.IOException;

/** The Azure clients, login and state of one Maven session. */
public final class AzureSession {
    private final AzureOptions options;
    private final HttpClient http;
    private final EntraLogin login;
    private final ArmClients clients;
    private final Ensure ensure;
    private final StateFile state;
    private final SharedGroups groups;

    private AzureSession(
            AzureOptions options,
            HttpClient http,
            EntraLogin login,
            ArmClients clients,
            Ensure ensure,
            StateFile state) {
        this.options = options;
        this.http = http;
        this.login = login;
        this.clients = clients;
        this.ensure = ensure;
        this.state = state;
        this.groups = new SharedGroups(this);
    }

    /**
     * Opens the session of {@code request}.
     *
     * @throws StepException if a setting is missing
     */
    static AzureSession open(AddOnContext request, Timing timing, Pause pause) throws StepException {
        StateFile state = new StateFile(request.baseDirectory(), OptionsReader.environment(request));
        AzureOptions options = OptionsReader.read(request, state.remembered());
        HttpClient http;
        try {
            http = ArmHttp.client(
                    request.registries().transport().client(options.cloud().caFile()));
        } catch (IOException e) {
            throw new StepException("Azure cannot be spoken to: " + e.getMessage(), e);
        }
        EntraLogin login = EntraLogin.of(options, request.environment(), http);
        ArmClients clients = new ArmClients(options, login, http, timing);
        boolean dryRun = request.property()
                .apply("aspire.dryRun")
                .filter(value -> !value.equals("false"))
                .isPresent();
        Ensure ensure = new Ensure(clients, options.cloud().resourceManager(), state, timing, pause, dryRun);
        return new AzureSession(options, http, login, clients, ensure, state);
    }

    /** Returns the Azure options. */
    public AzureOptions options() {
        return options;
    }

    /** Returns the HTTP client for all requests to Azure. */
    public HttpClient http() {
        return http;
    }

    /** Returns the login; it has tokens as soon as the step validate-azure-login has succeeded. */
    public EntraLogin login() {
        return login;
    }

    /** Returns the clients of Azure Resource Manager. */
    public ArmClients clients() {
        return clients;
    }

    /** Returns the instance that brings resources to their desired state. */
    public Ensure ensure() {
        return ensure;
    }

    /** Returns the resource groups of this run. */
    public SharedGroups groups() {
        return groups;
    }

    /** Returns the state that is kept for the next run. */
    public StateFile state() {
        return state;
    }
}
