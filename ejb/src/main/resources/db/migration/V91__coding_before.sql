-- Which act had set a tag that was taken off: an undo puts it back as that act's, so that it can be undone in turn.
alter table coding_change add column act_before uuid references coding_act (id);
