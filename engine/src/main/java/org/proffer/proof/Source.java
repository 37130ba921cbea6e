package org.proffer.proof;

/** What a fact rests on: evidence, or another fact which in turn rests on evidence. */
public sealed interface Source permits Evidence, AnotherFact {}
