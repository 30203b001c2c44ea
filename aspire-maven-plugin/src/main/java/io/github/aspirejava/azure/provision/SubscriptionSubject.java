package io.github.aspirejava.azure.provision;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.arm.ArmSubject;

/** The subscription of all resources. */
record SubscriptionSubject(ArmId id, Origin origin) implements ArmSubject {
    @Override
    public String title() {
        return "subscription %s".formatted(id.subscription());
    }

    @Override
    public String failed() {
        return "cannot be used";
    }

    @Override
    public String role() {
        return "Reader";
    }
}
