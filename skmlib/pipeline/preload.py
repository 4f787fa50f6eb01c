"""What the processes of jobs have imported before they begin: importing is most of what a report costs."""
