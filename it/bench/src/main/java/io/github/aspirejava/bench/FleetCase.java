package io.github.aspirejava.bench;

/** A state of the fleet that is pushed; each case follows the one before. */
enum FleetCase {
    COLD("everything, to an empty registry"),
    UNCHANGED("nothing has changed"),
    CLASS("a class of one service"),
    SNAPSHOT("a snapshot of 6 services, rebuilt"),
    ONE_UPGRADE("a library of all, upgraded in one"),
    ALL_UPGRADE("a library of all, upgraded everywhere"),
    NEW_SERVICE("one more service");

    private final String title;

    FleetCase(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Returns whether modules have to be packaged for it: other dependencies alone change no jar of a module. */
    boolean changesModules() {
        return this == COLD || this == CLASS || this == NEW_SERVICE;
    }

    Fleet change(Fleet before) {
        return switch (this) {
            case COLD, UNCHANGED -> before;
            case CLASS -> before.withChangedClass();
            case SNAPSHOT -> before.withRebuiltSnapshot();
            case ONE_UPGRADE -> before.withUpgradeInOne();
            case ALL_UPGRADE -> before.withUpgradeEverywhere();
            case NEW_SERVICE -> before.withNewService();
        };
    }
}
