package io.github.aspirejava.app;

import java.util.List;

/**
 * The schedule and the filter by which {@code acr purge} deletes old images in an Azure registry.
 *
 * @param schedule the schedule, as a cron expression of five fields in UTC
 * @param keep the number of newest tags of each repository that are kept regardless of their age
 * @param ago the minimum age of deleted tags, such as {@code 7d} or {@code 2d3h6m}
 * @param filter the filter of the tags, two regular expressions as {@code REPOSITORY:TAG}
 */
public record PurgeSchedule(Origin origin, Text schedule, int keep, Text ago, Text filter) {
    List<Text> texts() {
        return List.of(schedule, ago, filter);
    }
}
