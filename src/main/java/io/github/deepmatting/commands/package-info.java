/**
 * The commands of Fiji and ImageJ2: each reads its parameters, calls one thing below, and hands back the result. The
 * names of their parameters are the keys of macros and never change.
 */
package io.github.deepmatting.commands;
