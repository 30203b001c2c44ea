package io.github.aspirejava.maven.addons;

import io.github.aspirejava.addon.AddOn;
import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.concurrent.Memo;
import io.github.aspirejava.concurrent.Once;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;
import io.github.aspirejava.steps.StepKind;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.RepositoryException;

/**
 * The actions of steps that add-ons execute. The first step of an add-on resolves and loads its libraries, so that
 * builds without such steps do not wait for them.
 */
public final class AddOns {
    /**
     * The class loaders, kept as long as the plugin is loaded: a daemon runs many sessions, and their libraries are the
     * same.
     */
    private static final Memo<OptionalAddOn, ClassLoader> LOADERS = new Memo<>();

    private final AddOnLibraries libraries;
    private final AddOnContext request;

    /** Creates the add-ons of one session. */
    public AddOns(AddOnLibraries libraries, AddOnContext request) {
        this.libraries = libraries;
        this.request = request;
    }

    /** Returns the action of each step that an add-on executes. */
    public Map<StepKind, StepAction> actions() {
        Map<StepKind, StepAction> actions = new EnumMap<>(StepKind.class);
        for (OptionalAddOn addOn : OptionalAddOn.values()) {
            Once<Map<StepKind, StepAction>> inside = new Once<>();
            for (StepKind kind : addOn.kinds()) {
                actions.put(kind, context -> run(addOn, inside, context));
            }
        }
        return actions;
    }

    private StepResult run(OptionalAddOn addOn, Once<Map<StepKind, StepAction>> inside, StepContext context)
            throws Exception {
        ClassLoader loader = loader(addOn);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Libraries look up their services there.
        thread.setContextClassLoader(loader);
        try {
            StepAction action =
                    inside.get(() -> enter(addOn, loader)).get(context.step().kind());
            if (action == null) {
                throw new IllegalStateException(
                        "Nobody does steps of kind " + context.step().kind());
            }
            return action.run(context);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Map<StepKind, StepAction> enter(OptionalAddOn addOn, ClassLoader loader) throws IOException {
        try {
            Class<?> type = Class.forName(addOn.className(), true, loader);
            return ((AddOn) type.getConstructor().newInstance()).actions(request);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The plugin's jar has no usable " + addOn.className(), e);
        } catch (StepException e) {
            throw new FilteredException(String.valueOf(e.getMessage()), e);
        }
    }

    private ClassLoader loader(OptionalAddOn addOn) throws StepException {
        try {
            return LOADERS.get(addOn, () -> load(addOn));
        } catch (IOException e) {
            throw new StepException(
                    "The libraries for this step cannot be resolved: %s. They come from the plugin repositories; run this once without -o."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private ClassLoader load(OptionalAddOn addOn) throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(AddOn.class.getProtectionDomain().getCodeSource().getLocation());
        try {
            for (Path library : libraries.of(addOn)) {
                urls.add(library.toUri().toURL());
            }
        } catch (RepositoryException e) {
            throw new FilteredException(String.valueOf(e.getMessage()), e);
        }
        return new AddOnClassLoader(addOn.packageName(), urls.toArray(URL[]::new), AddOn.class.getClassLoader());
    }
}
