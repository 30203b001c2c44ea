package io.github.aspirejava.fakes.azure;

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

/** The events in this Azure besides requests. Thread-safe. */
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

    /** Sets the number of polls of operations on such resources; two by default. */
    public synchronized Script polls(ResourceType type, int count) {
        polls.put(type, count);
        return this;
    }

    /** Sets the style of operations on such resources. */
    public synchronized Script style(ResourceType type, OperationStyle style) {
        styles.put(type, style);
        return this;
    }

    /** Holds operations on such resources until the gate is opened. */
    public synchronized Gate hold(ResourceType type) {
        Gate gate = new Gate();
        gates.computeIfAbsent(type, t -> new ArrayList<>()).add(gate);
        return gate;
    }

    /** Lets the next operation on such a resource fail. */
    public synchronized Script fail(ResourceType type, String code, String message) {
        failures.put(type, Incoming.JSON.createObjectNode().put("code", code).put("message", message));
        return this;
    }

    /** Sets the seconds in the header {@code Retry-After} of replies to polls; none if it is 0. */
    public Script retryAfter(int seconds) {
        retryAfter = seconds;
        return this;
    }

    /** Refuses this number of requests of this method whose path contains the regular expression, in any case. */
    public Script refuse(String method, String path, int times, int status, String code, String message) {
        return refuse(method, path, times, new ArmException(status, code, message));
    }

    /** Throttles this number of requests by 429, with this number of seconds in {@code Retry-After}. */
    public Script throttle(String method, String path, int times, int seconds) {
        String message = "The request is being throttled as the limit has been reached for operation type.";
        return refuse(method, path, times, new ArmException(429, "TooManyRequests", message, Optional.of(seconds)));
    }

    /** Sets a quota for resources of this type. */
    public synchronized Script quota(ResourceType type, int most) {
        quotas.put(type, most);
        return this;
    }

    /** Unregisters this namespace in the subscription; registering it takes this number of polls. */
    public Script unregister(String namespace, int registrationPolls) {
        unregistered.put(namespace.toLowerCase(Locale.ROOT), registrationPolls);
        return this;
    }

    /** Takes this name for a registry of another customer. */
    public Script takeName(String registry) {
        takenNames.add(registry.toLowerCase(Locale.ROOT));
        return this;
    }

    /** Lets new registries answer only after this number of tries. */
    public Script freshRegistriesAnswerAfter(int tries) {
        unansweredTries = tries;
        return this;
    }

    /** Lets new role assignments take effect after they have been read this number of times. */
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

    /** Begins the operation of a request for this resource. */
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

    /** Counts a poll of a registration that is under way. */
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
