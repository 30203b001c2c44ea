package io.github.aspirejava.azure.resource;

import com.azure.resourcemanager.appservice.AppServiceManager;
import com.azure.resourcemanager.appservice.fluent.WebSiteManagementClient;
import io.github.aspirejava.azure.arm.ArmClients;

/** The clients of App Service. */
final class AppServiceClients {
    private AppServiceClients() {}

    static WebSiteManagementClient of(ArmClients clients, String subscription) {
        return clients.manager(AppServiceManager.class, subscription, AppServiceManager::authenticate)
                .serviceClient();
    }
}
