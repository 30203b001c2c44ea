package io.github.aspirejava.it;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test needs a command of this machine. Without it the test is skipped, or fails where every part is required, and
 * says in both cases what to install.
 */
@Documented
@Target({ElementType.ANNOTATION_TYPE, ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MissingPartCondition.class)
@interface NeedsCommand {
    /** A command line that succeeds where the part is there. */
    String[] probe();

    /** What to do where it is not. */
    String remedy();
}
