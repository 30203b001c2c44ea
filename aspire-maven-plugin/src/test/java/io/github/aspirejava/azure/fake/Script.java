package io.github.aspirejava.azure.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What goes on in this Azure besides what it is asked for. Safe for use by several threads. */
public final class Script {
    private static final int POLLS = 2;

    private final Map<ResourceType, Integer> polls = new EnumMap<>(ResourceType.class);
    private final Map<ResourceType, OperationStyle> styles = new EnumMap<>(ResourceType.class);
    private final Map<ResourceType, List<Gate>> gates = new EnumMap<>(ResourceType.class);
    private final Map<ResourceType, ObjectNode> failures = new EnumMap<>(ResourceType.class);
    private final Map<ResourceType, Integer> quotas = new EnumMap<>(ResourceType.class);
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Integer> unregistered = new ConcurrentHashMap<>();
    private final Set<String> takenNames = ConcurrentHashMap.newKeySet();
    private volatile int retryAfter;
    private volatile int unansweredTries;
    private volatile int roleDelay;

    private static final class Refusal {
        final String method;
        final Pattern path;
        final ArmException answer;
        int left;

        Refusal(String method, Pattern path, ArmException answer, int times) {
            this.method = method;
            this.path = path;
            this.answer = answer;
            this.left = times;
        }
    }

    /** Operations on such resources are over after so many polls; two unless it is said. */
    public synchronized Script polls(ResourceType type, int count) {
        polls.put(type, count);
        return this;
    }

    /** Operations on such resources are told about in this style. */
    public synchronized Script style(ResourceType type, OperationStyle style) {
        styles.put(type, style);
        return this;
    }

    /** Operations on such resources do not end until the gate is opened. */
    public synchronized Gate hold(ResourceType type) {
        Gate gate = new Gate();
        gates.computeIfAbsent(type, t -> new ArrayList<>()).add(gate);
        return gate;
    }

    /** The next operation on such a resource fails. */
    public synchronized Script fail(ResourceType type, String code, String message) {
        failures.put(type, Incoming.JSON.createObjectNode().put("code", code).put("message", message));
        return this;
    }

    /** Answers to those who poll ask them to wait so many seconds; they say nothing if it is 0. */
    public Script retryAfter(int seconds) {
        retryAfter = seconds;
        return this;
    }

    /** Refuses so many requests of this method whose path contains the regular expression, in any case. */
    public Script refuse(String method, String path, int times, int status, String code, String message) {
        return refuse(method, path, times, new ArmException(status, code, message));
    }

    /** Answers so many requests by 429, and asks to wait so many seconds. */
    public Script throttle(String method, String path, int times, int seconds) {
        String message = "The request is being throttled as the limit has been reached for operation type.";
        return refuse(method, path, times, new ArmException(429, "TooManyRequests", message, Optional.of(seconds)));
    }

    /** There may be so many resources of this type. */
    public synchronized Script quota(ResourceType type, int most) {
        quotas.put(type, most);
        return this;
    }

    /** The subscription does not use this namespace yet; registering it takes so many polls. */
    public Script unregister(String namespace, int registrationPolls) {
        unregistered.put(namespace.toLowerCase(Locale.ROOT), registrationPolls);
        return this;
    }

    /** Somebody else has a registry of this name. */
    public Script takeName(String registry) {
        takenNames.add(registry.toLowerCase(Locale.ROOT));
        return this;
    }

    /** New registries do not answer for so many tries after they have been created. */
    public Script freshRegistriesAnswerAfter(int tries) {
        unansweredTries = tries;
        return this;
    }

    /** New role assignments take effect when they have been looked at so many times. */
    public Script rolesTakeEffectAfter(int reads) {
        roleDelay = reads;
        return this;
    }

    private synchronized Script refuse(String method, String path, int times, ArmException answer) {
        refusals.add(new Refusal(method, Pattern.compile(path, Pattern.CASE_INSENSITIVE), answer, times));
        return this;
    }

    synchronized Optional<ArmException> refusal(Incoming request) {
        for (Refusal refusal : refusals) {
            if (refusal.left > 0
                    && refusal.method.equals(request.method())
                    && refusal.path.matcher(request.path()).find()) {
                refusal.left--;
                return Optional.of(refusal.answer);
            }
        }
        return Optional.empty();
    }

    /** What is begun by a request for this resource. */
    synchronized Operation begin(ResourcePath path, ResourceType type) {
        OperationStyle style = styles.getOrDefault(type, type.style());
        return new Operation(
                path,
                style,
                style == OperationStyle.NONE ? 0 : polls.getOrDefault(type, POLLS),
                List.copyOf(gates.getOrDefault(type, List.of())),
                Optional.ofNullable(failures.remove(type)));
    }

    synchronized int quota(ResourceType type) {
        return quotas.getOrDefault(type, Integer.MAX_VALUE);
    }

    boolean isRegistered(String namespace) {
        return !unregistered.containsKey(namespace.toLowerCase(Locale.ROOT));
    }

    /** A look at a registration that is under way. */
    void pollRegistration(String namespace) {
        unregistered.computeIfPresent(namespace.toLowerCase(Locale.ROOT), (name, left) -> left <= 1 ? null : left - 1);
    }

    boolean isTaken(String registry) {
        return takenNames.contains(registry.toLowerCase(Locale.ROOT));
    }

    Optional<String> retryAfter() {
        return retryAfter == 0 ? Optional.empty() : Optional.of(Integer.toString(retryAfter));
    }

    int unansweredTries() {
        return unansweredTries;
    }

    int roleDelay() {
        return roleDelay;
    }
}
