package io.github.aspirejava.deploy;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Service;
import java.util.LinkedHashMap;
import java.util.Map;

/** Computes the deployments of services from the model alone, without a network. */
public final class Projection {
    private final AppModel model;

    /** Creates the projection of a model. */
    public Projection(AppModel model) {
        this.model = model;
    }

    /** Returns the deployment of a service with these traits. */
    public Deployment of(Service service, Traits traits) {
        Map<String, Value> declared = new LinkedHashMap<>();
        service.deployment().environmentVariables().forEach((name, text) -> declared.put(name, Value.of(text)));
        Map<String, Value> environment = new LinkedHashMap<>(new FrameworkVariables(service, traits, declared).get());
        environment.putAll(new ReferenceVariables(model, service, traits).get());
        environment.putAll(declared);
        return new Deployment(service, environment, new ServiceProbe(service, traits, declared).check());
    }
}
