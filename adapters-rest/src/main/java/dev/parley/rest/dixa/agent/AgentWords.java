package dev.parley.rest.dixa.agent;

import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.Role;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.rest.support.RequestRefused;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Dixa's words for what an agent is. A {@code SystemAdmin} is read as, and shown as, an admin. */
final class AgentWords {
  private AgentWords() {}

  static String of(Role role) {
    return switch (role) {
      case AGENT -> "Agent";
      case TEAM_LEAD -> "TeamLead";
      case ADMIN -> "Admin";
    };
  }

  private static Role role(String word) {
    return switch (word) {
      case "Agent" -> Role.AGENT;
      case "TeamLead" -> Role.TEAM_LEAD;
      case "Admin", "SystemAdmin" -> Role.ADMIN;
      default ->
          throw RequestRefused.badBody("roles", "must be Agent, TeamLead, Admin or SystemAdmin");
    };
  }

  static Set<Role> roles(List<String> words) {
    return words.stream().map(AgentWords::role).collect(Collectors.toUnmodifiableSet());
  }

  static String of(Availability availability) {
    return switch (availability) {
      case WORKING -> "Working";
      case AWAY -> "Away";
    };
  }

  static String of(WorkingChannel channel) {
    return switch (channel) {
      case EMAIL -> "Email";
      case INTERACTIVE_CHAT -> "InteractiveChat";
      case MESSAGING -> "Messaging";
      case SPEAK -> "Speak";
    };
  }

  static WorkingChannel workingChannel(String word) {
    return switch (word) {
      case "Email" -> WorkingChannel.EMAIL;
      case "InteractiveChat" -> WorkingChannel.INTERACTIVE_CHAT;
      case "Messaging" -> WorkingChannel.MESSAGING;
      case "Speak" -> WorkingChannel.SPEAK;
      default ->
          throw RequestRefused.badBody(
              "channel", "must be Email, InteractiveChat, Messaging or Speak");
    };
  }

  static Availability availability(String word) {
    return switch (word) {
      case "Working" -> Availability.WORKING;
      case "Away" -> Availability.AWAY;
      default -> throw RequestRefused.badBody("availability", "must be Working or Away");
    };
  }
}
