package dev.parley.domain.conversation;

/** That a conversation is the child of another one. A child has one parent and no children. */
public record ConversationLink(ConversationId parent, Type type) {
  /** Children of one parent. */
  public static final int CHILDREN_MAX = 100;

  /** What the child is to its parent. */
  public enum Type {
    /** A talk with somebody else about the same matter. */
    SIDE_CONVERSATION,
    RELATED
  }
}
