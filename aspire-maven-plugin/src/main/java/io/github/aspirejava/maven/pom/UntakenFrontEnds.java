package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.ViteApp;
import java.util.List;

/** Rejects front ends without a server whose files no service copies: nothing of them would be pushed. */
final class UntakenFrontEnds {
    private final List<Service> services;

    UntakenFrontEnds(List<Service> services) {
        this.services = List.copyOf(services);
    }

    void report(Problems problems) {
        for (Service service : services) {
            if (service instanceof ViteApp app && !app.isPushed() && !isTaken(app)) {
                problems.add(
                        app.origin(),
                        "The front end '%s' has no <server>, and no service uses its files: it is not pushed"
                                .formatted(app.name()),
                        "Add <server>nginx:1-alpine</server> to it, or <files><file><from>%s</from><to>/app/static</to></file></files> to the service that serves it"
                                .formatted(app.name()));
            }
        }
    }

    private boolean isTaken(ViteApp app) {
        return services.stream()
                .filter(BuiltService.class::isInstance)
                .flatMap(service -> ((BuiltService) service).files().stream())
                .anyMatch(file -> file.from().name().equals(app.name()));
    }
}
