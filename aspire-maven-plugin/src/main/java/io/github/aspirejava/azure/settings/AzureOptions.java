package io.github.aspirejava.azure.settings;

import java.util.Optional;

/**
 * The Azure target of one run.
 *
 * @param application the application that owns the resources: the artifactId of the root project
 * @param environment the deployment environment, such as {@code production}
 * @param subscription the id of the subscription
 * @param location the region, in Azure's short form, such as {@code westeurope}
 * @param tenant the Entra tenant, if it is not the credential's own
 */
public record AzureOptions(
        String application,
        String environment,
        String subscription,
        String location,
        String resourceGroup,
        Optional<String> tenant,
        CredentialKind credential,
        CloudEndpoints cloud) {
    /** Starts with defaults for everything else. */
    public static Builder of(
            String subscription,
            String location,
            String resourceGroup,
            CredentialKind credential,
            CloudEndpoints cloud) {
        return new Builder(subscription, location, resourceGroup, credential, cloud);
    }

    /** Collects the parts. Not safe for use by several threads. */
    public static final class Builder {
        private String application = "";
        private String environment = "";
        private final String subscription;
        private final String location;
        private final String resourceGroup;
        private Optional<String> tenant = Optional.empty();
        private final CredentialKind credential;
        private final CloudEndpoints cloud;

        private Builder(
                String subscription,
                String location,
                String resourceGroup,
                CredentialKind credential,
                CloudEndpoints cloud) {
            this.subscription = subscription;
            this.location = location;
            this.resourceGroup = resourceGroup;
            this.credential = credential;
            this.cloud = cloud;
        }

        /** Sets the application that owns the resources. */
        public Builder application(String application) {
            this.application = application;
            return this;
        }

        /** Sets the deployment environment, such as {@code production}. */
        public Builder environment(String environment) {
            this.environment = environment;
            return this;
        }

        /** Sets the Entra tenant. */
        public Builder tenant(Optional<String> tenant) {
            this.tenant = tenant;
            return this;
        }

        /** Returns the result. */
        public AzureOptions build() {
            return new AzureOptions(
                    application, environment, subscription, location, resourceGroup, tenant, credential, cloud);
        }
    }
}
