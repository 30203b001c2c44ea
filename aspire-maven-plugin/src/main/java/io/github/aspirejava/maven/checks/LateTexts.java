package io.github.aspirejava.maven.checks;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Resource;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fixes the texts of the requested services, whose modules have had their turn, and checks that each has a value by
 * now.
 */
public final class LateTexts implements TargetCheck {
    private static final Pattern UNRESOLVED = Pattern.compile("\\$\\{([^}]+)}");

    private final AppModel model;
    private final StepGraph graph;

    public LateTexts(AppModel model, StepGraph graph) {
        this.model = model;
        this.graph = graph;
    }

    @Override
    public void check(Collection<String> targets) throws StepException {
        List<Text> settled = new ArrayList<>();
        for (Step step : graph.closure(targets).steps()) {
            step.resource().flatMap(model::resource).map(Resource::texts).stream()
                    .flatMap(List::stream)
                    .filter(Text::settle)
                    .forEach(settled::add);
        }
        if (settled.isEmpty()) {
            return;
        }
        Set<String> missing = new LinkedHashSet<>();
        settled.forEach(text -> missing.addAll(problems(text)));
        if (!missing.isEmpty()) {
            throw new StepException(String.join("\n", missing));
        }
        try {
            model.checkImages();
        } catch (InvalidModelException e) {
            throw new StepException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<String> problems(Text text) {
        List<String> problems = new ArrayList<>();
        Matcher matcher = UNRESOLVED.matcher(text.toString());
        while (matcher.find()) {
            problems.add(
                    "%s: The property ${%s} has no value in this module's turn. Bind the plugin that sets it to a phase before this goal's, such as validate, or define it in <properties>."
                            .formatted(text.origin(), matcher.group(1)));
        }
        return problems;
    }
}
