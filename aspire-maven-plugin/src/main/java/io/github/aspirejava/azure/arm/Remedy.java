package io.github.aspirejava.azure.arm;

import java.net.HttpURLConnection;
import java.util.Locale;

/** The remedies for errors of the service. */
final class Remedy {
    private static final int TOO_MANY_REQUESTS = 429;

    private Remedy() {}

    /** Returns the remedy as a sentence. */
    static String of(ArmError error, ArmSubject subject) {
        String code = error.code().toLowerCase(Locale.ROOT);
        ArmId id = subject.id();
        if (error.status() == TOO_MANY_REQUESTS) {
            return "Run this again later: Azure limits the requests of all users of the subscription together";
        }
        if (code.equals("authorizationfailed") || code.equals("linkedauthorizationfailed")) {
            return "Ask an owner of the subscription for the role %s on %s"
                    .formatted(
                            subject.role(),
                            ArmId.group(id.subscription(), id.resourceGroup()).path());
        }
        if (code.equals("alreadyinuse") || code.contains("nametaken") || code.contains("namealreadyexists")) {
            return "Names of this kind are unique in all of Azure: " + subject.renaming();
        }
        if (code.contains("quota") || code.startsWith("maxnumberof") || code.contains("limitexceeded")) {
            return "Remove what is no longer needed there, choose another location, or ask for more at https://aka.ms/quotas";
        }
        if (code.equals("missingsubscriptionregistration")) {
            return "Ask an administrator of the subscription to run: az provider register --namespace %s"
                    .formatted(id.namespace());
        }
        if (code.equals("requestdisallowedbypolicy")) {
            return "An Azure Policy of the subscription denies this: ask its owner for an exemption";
        }
        if (code.contains("location")) {
            return "Choose another location";
        }
        if (code.startsWith("subscriptionnotfound") || code.equals("invalidauthenticationtokentenant")) {
            return "Correct its id, or log in as a user that can see it: it has to be in the tenant of the login";
        }
        if (error.status() == HttpURLConnection.HTTP_UNAUTHORIZED) {
            return "Log in again, or check that tenant and subscription belong together";
        }
        return "Run this again; if it stays, tell Azure's support the ids";
    }
}
