package io.github.aspirejava.app;

import java.util.List;

/**
 * When old images are deleted in a registry in Azure, and which; by {@code acr purge}.
 *
 * @param schedule when, as the five fields of cron, in UTC
 * @param keep how many of the newest tags of each repository stay whatever their age
 * @param ago how old tags have to be, such as {@code 7d} or {@code 2d3h6m}
 * @param filter which tags, as {@code REPOSITORY:TAG} of two regular expressions
 */
public record PurgeSchedule(Origin origin, Text schedule, int keep, Text ago, Text filter) {
    List<Text> texts() {
        return List.of(schedule, ago, filter);
    }
}
