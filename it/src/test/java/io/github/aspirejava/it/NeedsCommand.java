package io.github.aspirejava.it;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test that needs a command of this machine. If it is missing, the test is skipped, or fails if every part is
 * required; the message names the package to install in both cases.
 */
@Documented
@Target({ElementType.ANNOTATION_TYPE, ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MissingPartCondition.class)
@interface NeedsCommand {
    /** The command line that succeeds if the part is available. */
    String[] probe();

    /** The remedy if it is not. */
    String remedy();
}
