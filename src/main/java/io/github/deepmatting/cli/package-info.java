/**
 * The command line: each command reads its options, calls one thing below, and tells what came out. Results go to the
 * standard output, progress and messages to the standard error. Exit code 0: all done; 1: some input failed (named, the
 * rest done); 2: wrong usage.
 */
package io.github.deepmatting.cli;
