package vn.antin.check;

import java.time.LocalDate;
import vn.antin.compose.AdministrativeDocument;

/** What the rules look at: what a document says, what is to be seen of it, and the day on which they are asked. */
public record Examined(AdministrativeDocument meaning, Appearance appearance, LocalDate day) {}
