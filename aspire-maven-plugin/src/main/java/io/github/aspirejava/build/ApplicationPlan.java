package io.github.aspirejava.build;

import java.util.List;

/**
 * What of a module goes where in its image.
 *
 * @param layers those that hold something, the one that changes least first
 * @param classpath the paths in the image, in the order of the module's class path
 */
record ApplicationPlan(List<PlannedLayer> layers, List<String> classpath) {}
