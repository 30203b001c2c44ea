/**
 * Azure inside the test's own process, over TLS: Resource Manager, Entra ID and the data plane of its registries. It
 * checks every body that is sent, counts its delays in polls and not in time, and keeps a log of every request.
 *
 * <p>It implements the documented behavior of Azure: no real delays, no undocumented checks.
 */
@NullMarked
package io.github.aspirejava.fakes.azure;

import org.jspecify.annotations.NullMarked;
