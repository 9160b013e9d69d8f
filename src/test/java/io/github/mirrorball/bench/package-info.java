/**
 * Benchmarks: how fast the whole bot is beside a bare one on the same library, and how fast its rules are by themselves. The stage and whoever
 * drives it live in one process, each bot in another.
 */
package io.github.mirrorball.bench;
