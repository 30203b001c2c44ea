package io.github.aspirejava.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What services run in. */
public sealed interface Environment extends Resource permits AzureContainerApps, AzureAppService {
    /** The registry that its services push to unless they say otherwise. */
    Optional<Reference> registry();

    /** The Azure region, if not the model's. */
    Optional<Text> location();

    /** The resource group, if not the model's. */
    Optional<Text> resourceGroup();

    /** Whether it is there already and only used. */
    boolean existing();

    /** Whether the Aspire dashboard is part of it. */
    boolean dashboard();

    @Override
    default List<Text> texts() {
        return Stream.of(location(), resourceGroup()).flatMap(Optional::stream).toList();
    }
}
